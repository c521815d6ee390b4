namespace Benchmarks.Labelled;

/// <summary>Where a token stands in source of many languages, in configuration, exports, logs, traces and notebooks. None of them names a secret.</summary>
internal static class Surroundings
{
    public static readonly IReadOnlyList<(string Path, string Template)> All =
    [
        ("src/app.py", "import os\n\nCLIENT = connect(\"¤\")\n"),
        ("src/app.js", "export const value = '¤';\n"),
        ("src/app.ts", "const options: Options = { retries: 3, data: `¤` };\n"),
        ("src/main.go", "package main\n\nvar x = \"¤\"\n"),
        ("src/main.rs", "const VALUE: &str = \"¤\";\n"),
        ("src/Main.java", "class Main {\n  private static final String VALUE = \"¤\";\n}\n"),
        ("src/Main.kt", "val client = Client(\"¤\", retries = 2)\n"),
        ("src/Program.cs", "var client = new Client(@\"¤\");\n"),
        ("src/app.rb", "client = Client.new('¤')\n"),
        ("src/index.php", "<?php $client = new Client('¤'); ?>\n"),
        ("src/main.c", "#define VALUE \"¤\"\n"),
        ("src/main.cpp", "auto value = std::string{\"¤\"};\n"),
        ("src/App.swift", "let value = \"¤\"\n"),
        ("src/app.scala", "val value = \"\"\"¤\"\"\"\n"),
        ("src/app.pl", "my $value = q{¤};\n"),
        ("src/app.lua", "local value = [[¤]]\n"),
        ("src/app.r", "value <- \"¤\"\n"),
        ("src/app.ex", "config :app, value: \"¤\"\n"),
        ("src/app.dart", "final value = '¤';\n"),
        ("scripts/run.sh", "curl -H \"Authorization: Bearer ¤\" https://api.internal/v1\n"),
        ("scripts/run.ps1", "$value = '¤'\n"),
        ("deploy/app.yaml", "app:\n  replicas: 2\n  value: ¤\n"),
        ("deploy/app.toml", "[app]\nvalue = \"¤\"\n"),
        ("deploy/app.ini", "[app]\nvalue=¤\n"),
        ("deploy/app.env", "VALUE=¤ # from the console\n"),
        ("deploy/app.json", "{\n  \"app\": { \"value\": \"¤\" }\n}\n"),
        ("deploy/app.xml", "<app>\n  <value>¤</value>\n</app>\n"),
        ("deploy/main.tf", "variable \"value\" {\n  default = \"¤\"\n}\n"),
        ("Dockerfile", "FROM scratch\nENV VALUE=¤\n"),
        ("logs/app.log", "2026-11-30T10:00:00Z INFO request sent header=¤ status=200\n"),
        ("logs/app.jsonl", "{\"level\":\"info\",\"message\":\"sent \\\"¤\\\" to api\"}\n"),
        ("traces/otlp.json", "{\"attributes\":[{\"key\":\"http.request.header\",\"value\":{\"stringValue\":\"¤\"}}]}\n"),
        ("exports/rows.csv", "id,name,value\n1,first,¤\n"),
        ("exports/dump.sql", "INSERT INTO settings VALUES (1, 'value', '¤');\n"),
        ("notes/run.ipynb", "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"client = Client(\\\"¤\\\")\\n\"]}]}\n"),
        ("docs/setup.md", "Run it with `client --with ¤` and wait.\n"),
        ("docs/url.txt", "https://api.internal/v1/items?value=¤&page=2\n"),
        ("docs/encoded.txt", "https://login.internal/?next=%2Fv1%3Fvalue%3D¤%26page%3D2\n"),
        ("web/page.html", "<a data-value=\"¤\">go</a>\n"),
        ("web/escaped.html", "<a onclick=\"go(&quot;¤&quot;)\">go</a>\n"),
    ];
}
