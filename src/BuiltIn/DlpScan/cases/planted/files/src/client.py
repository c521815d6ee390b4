import os

class Client:
    api_⟪k|ey⟫ = "pWLuqIA1id6Vw5DQL05HA064GiIjHGb3"
    url = "postgres:⟪/|/⟫app:vT7kq2Lw9zR4@db.acme.io/app"
