variable "B" { default = "evil.io/bake:1" }
target "a" {
  context = "app"
  args = { BASE = B }
}
