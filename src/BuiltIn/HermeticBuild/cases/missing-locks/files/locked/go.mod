module example.com/a
require example.com/b v1.0.0
