import { lazy, useState, type ComponentType } from "react";

/**
 * A screen that is loaded when it is wanted, as `React.lazy` does it, but drawn at once if it is loaded already: behind a
 * placeholder, however short it was on screen, React holds back what takes its place for 0.3 s.
 */
export function screen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;
  const ready = async () => {
    loaded = await load();
    return loaded;
  };
  const Later = lazy(async () => ({ default: await ready() }));
  const Screen = (props: Props) => {
    const [Drawn] = useState(() => loaded ?? Later);
    return <Drawn {...props} />;
  };
  return { Screen, ready };
}
