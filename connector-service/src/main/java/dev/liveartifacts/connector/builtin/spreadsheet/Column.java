package dev.liveartifacts.connector.builtin.spreadsheet;

/** A column of a sheet; its name is unique there. */
record Column(String name, ColumnType type) {}
