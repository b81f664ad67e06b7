record PaneCodec(Pane pane) {}
