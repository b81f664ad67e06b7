record Pane(int width, Glass glass) {}
