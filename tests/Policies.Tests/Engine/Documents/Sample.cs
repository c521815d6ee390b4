namespace Policies.Tests.Engine.Documents;

/// <summary>A small manifest as gates hand it over.</summary>
internal static class Sample
{
    public static string Facts { get; } = """{"yaml":[{"$doc":true,"path":"k8s/a.yaml","index":2,"root":""" + Map(1, 1,
        ("kind", 1, Scalar(1, 7, "\"Pod\"")),
        ("metadata", 2, Map(3, 3, ("labels", 3, Map(4, 5, ("app.kubernetes.io/name", 4, Scalar(4, 29, "\"shop\"")))))),
        ("spec", 5, Map(6, 3,
            ("containers", 6, Sequence(7, 5,
                Map(7, 7, ("image", 7, Scalar(7, 14, "\"a:1\"")), ("port", 8, Scalar(8, 13, "8080"))),
                Map(9, 7, ("image", 9, Scalar(9, 14, "\"b:latest\""))))),
            ("version", 10, Scalar(10, 12, "1.1", "1.10")),
            ("image", 11, Scalar(11, 10, "null", "~"))))) + "}]}";

    private static string Map(int line, int column, params (string Key, int Line, string Node)[] entries) =>
        $$"""{"$node":"map","line":{{line}},"column":{{column}},"entries":[{{string.Join(',', entries.Select(e =>
            $$"""{"key":"{{e.Key}}","keyLine":{{e.Line}},"keyColumn":3,"node":{{e.Node}}}"""))}}]}""";

    private static string Sequence(int line, int column, params string[] items) =>
        $$"""{"$node":"seq","line":{{line}},"column":{{column}},"items":[{{string.Join(',', items)}}]}""";

    private static string Scalar(int line, int column, string value, string? text = null) =>
        $$"""{"$node":"scalar","line":{{line}},"column":{{column}},"value":{{value}}{{(text is null ? "" : $",\"text\":\"{text}\"")}}}""";
}
