api_⟪k|ey⟫ = "7J58m1CiAhzCueQpBenQtYh5Xj8TPQxj"
