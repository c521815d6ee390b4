module example.com/a
require example.com/b v0.0.0
replace example.com/b => ../b
