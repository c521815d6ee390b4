namespace Runner.Tests.BuiltIn.DlpScan.Assignments;

/// <summary>How people write several passwords together, and names of several words; see <see cref="PasswordForms"/>.</summary>
internal static class ListedPasswordForms
{
    public static IReadOnlyList<(string Family, string Path, string Text)> Bare { get; } =
    [
        ("toml", "a.toml", "passwords = [\"§\", \"other\"]"),
        ("json", "config.json", "{\"passwords\": [\"§\"]}"),
        ("python", "a.py", "PASSWORDS = [\n    \"§\",\n    \"other\",\n]"),
        ("python", "a.py", "passwords = {\"root\": \"§\"}"),
        ("ruby", "a.rb", "passwords = { 'root' => '§' }"),
        ("java", "A.java", "String[] passwords = { \"other\", \"§\" };"),
        ("java", "A.java", "List<String> passwords = List.of(\"§\", \"other\");"),
        ("document", "a.yaml", "passwords:\n  - §\n"),
        ("document", "k8s/secret.yaml", "kind: Secret\nmetadata:\n  name: x\nstringData:\n  admin.conf: §"),
        ("document", "a.yaml", "db:\n  passwords:\n    root: §\n"),
    ];

    /// <value>Values in quotes under a name of several words.</value>
    public static IReadOnlyList<(string Family, string Path, string Text)> Quoted { get; } =
    [
        ("json", "config.json", "{\"Admin Password\": \"§\"}"),
        ("yaml", "a.yaml", "\"Root password\": \"§\""),
        ("toml", "a.toml", "\"api password\" = \"§\""),
    ];
}
