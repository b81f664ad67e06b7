record Glass(String colour) {}
