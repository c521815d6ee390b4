namespace Benchmarks.Labelled;

/// <summary>Where people write passwords, quoted and unquoted.</summary>
internal static class PasswordPlaces
{
    /// <summary>Places whose syntax takes any of the values.</summary>
    public static readonly IReadOnlyList<(string Path, string Template)> All =
    [
        (".env", "DB_PASSWORD=¤\n"),
        ("deploy/.env.production", "export DB_PASS=¤\n"),
        ("deploy/db.env", "MYSQL_PWD=¤ # the new one\n"),
        ("docker-compose.yml", "services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: ¤\n"),
        ("compose.yaml", "services:\n  db:\n    environment:\n      - MYSQL_ROOT_PASSWORD=¤\n"),
        ("k8s/secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: { name: db }\nstringData:\n  password: ¤\n"),
        ("src/main/resources/application.yml", "spring:\n  datasource:\n    username: app\n    password: ¤\n"),
        ("src/main/resources/application.properties", "spring.datasource.password=¤\n"),
        ("group_vars/all.yml", "db_user: app\ndb_password: \"¤\"\n"),
        (".github/workflows/ci.yml", "on: push\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    env:\n      DB_PASSWORD: ¤\n    steps: []\n"),
        ("Dockerfile", "FROM debian:12\nENV DB_PASSWORD=¤\n"),
        ("docker/Dockerfile", "FROM debian:12\nARG ADMIN_PASSWORD=\"¤\"\n"),
        ("config/app.ini", "[database]\nuser = app\npassword = ¤\n"),
        ("config/app.toml", "[database]\npassword = \"¤\"\n"),
        ("config/app.json", "{ \"database\": { \"user\": \"app\", \"password\": \"¤\" } }\n"),
        ("config/pairs.json", "[{ \"key\": \"password\", \"value\": \"¤\" }]\n"),
        ("config/app.xml", "<database>\n  <user>app</user>\n  <password>¤</password>\n</database>\n"),
        ("web.config", "<configuration><appSettings>\n<add key=\"AdminPassword\" value=\"¤\" />\n</appSettings></configuration>\n"),
        ("appsettings.json", "{ \"ConnectionStrings\": { \"Main\": \"Server=db;Database=app;User Id=app;Password=¤;Encrypt=true\" } }\n"),
        ("src/Db.java", "class Db { String url = \"jdbc:postgresql://db.acme.io/app?user=app&password=¤\"; }\n"),
        ("src/db.py", "DSN = \"host=db.acme.io user=app password=¤ dbname=app\"\n"),
        (".pgpass", "db.acme.io:5432:app:app:¤\n"),
        (".netrc", "machine git.acme.io login app password ¤\n"),
        (".pypirc", "[pypi]\nusername = app\npassword = ¤\n"),
        (".my.cnf", "[client]\nuser=app\npassword=¤\n"),
        ("scripts/backup.sh", "mysqldump -u app --password=¤ app > dump.sql\n"),
        ("scripts/export.sh", "export ADMIN_PASSWORD='¤'\n"),
        ("scripts/deploy.sh", "sshpass -p '¤' ssh app@host.acme.io\n"),
        ("scripts/call.sh", "curl -u 'app:¤' https://api.acme.io\n"),
        ("src/settings.py", "DATABASES = {\"default\": {\"USER\": \"app\", \"PASSWORD\": \"¤\"}}\n"),
        ("src/login.py", "client.login(user=\"app\", password=\"¤\")\n"),
        ("src/login.js", "const password = '¤';\n"),
        ("src/login.ts", "login({ user: 'app', password: '¤' });\n"),
        ("src/Login.java", "class Login { void go() { config.setPassword(\"¤\"); } }\n"),
        ("src/Login.kt", "val dbPassword = \"¤\"\n"),
        ("src/Login.cs", "var credential = new Credential { User = \"app\", Password = \"¤\" };\n"),
        ("src/login.go", "var adminPassword = \"¤\"\n"),
        ("src/login.rs", "let password = \"¤\";\n"),
        ("src/login.rb", "config.password = '¤'\n"),
        ("src/config.php", "<?php define('DB_PASSWORD', '¤');\n"),
        ("src/login.c", "static const char *password = \"¤\";\n"),
        ("src/Login.swift", "let password = \"¤\"\n"),
        ("src/Login.scala", "val password = \"¤\"\n"),
        ("src/login.pl", "my $password = '¤';\n"),
        ("src/login.lua", "local password = \"¤\"\n"),
        ("src/login.ps1", "$password = ConvertTo-SecureString '¤' -AsPlainText -Force\n"),
        ("build.gradle", "android { signingConfigs { release { storePassword '¤' } } }\n"),
        ("main.tf", "resource \"db\" \"main\" {\n  username = \"app\"\n  password = \"¤\"\n}\n"),
        ("schema.sql", "CREATE USER app IDENTIFIED BY '¤';\n"),
        ("logs/app.log", "2026-11-30 10:00:00 connecting user=app password=¤ retry=1\n"),
    ];

    /// <summary>What takes only letters and digits.</summary>
    public static readonly IReadOnlyList<(string Path, string Template)> Plain =
    [
        ("config/url.txt", "postgres://app:¤@db.acme.io:5432/app\n"),
        ("config/redis.env", "REDIS_URL=redis://:¤@cache.acme.io:6379/0\n"),
        (".git-credentials", "https://app:¤@git.acme.io\n"),
        ("docs/setup.md", "Log in as `admin` with password: ¤\n"),
        ("scripts/mysql.sh", "mysql -uapp -p¤ app < schema.sql\n"),
    ];
}
