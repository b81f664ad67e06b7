record PanePath(Pane pane) {}
