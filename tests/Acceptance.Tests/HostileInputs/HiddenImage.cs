namespace Acceptance.Tests.HostileInputs;

/// <summary>An image that is not allowed, where a reader other than its own might miss it.</summary>
/// <param name="Path">The file, in a folder of its own.</param>
/// <param name="Bytes">What stands in it.</param>
/// <param name="Name">The image's registry, found nowhere else.</param>
internal sealed record HiddenImage(string Path, byte[] Bytes, string Name)
{
    private const string Good = "good.example/base:1";

    private static readonly (string File, Func<string, string> Text)[] Builds =
    [
        ("Dockerfile", image => $"FROM {image}\n"),
        ("Dockerfile", image => $"from {image} as a\n"),
        ("Dockerfile", image => $"FROM --platform=linux/amd64 {image} AS a\n"),
        ("Dockerfile", image => $"FROM \\\n  {image}\n"),
        ("Dockerfile", image => $"# escape=`\nFROM `\n  {image}\n"),
        ("Dockerfile", image => $"ARG BASE={image}\nFROM ${{BASE}}\n"),
        ("Dockerfile", image => $"ARG BASE\nFROM ${{BASE:-{image}}}\n"),
        ("Dockerfile", image => $"FROM {Good}\nCOPY --from={image} /a /a\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN --mount=type=bind,from={image},target=/a true\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN <<EOF\ntrue\nEOF\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN << EOF\ntrue\nEOF\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN <<-EOF\n\ttrue\n\tEOF\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN <<'EOF'\ntrue\nEOF\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN <<A <<B cat\na\nA\nb\nB\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nCOPY <<a.txt /a\nx\na.txt\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN echo '<<EOF'\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN cat <<< EOF\nFROM {image}\n"),
        ("Dockerfile", image => $"\uFEFFFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\r\nFROM {image}\r\n"),
        ("Dockerfile", image => $"FROM {Good}\n# a comment \\\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nRUN a \\\n# comment inside\n\n  && b\nFROM {image}\n"),
        ("Dockerfile", image => $"FROM {Good}\nENV A=\"x\nFROM {image}\n"),
        ("Containerfile", image => $"FROM {image}\n"),
        ("compose.yaml", image => $"services:\n  a:\n    image: {image}\n"),
        ("compose.yaml", image => $"services:\n  a:\n    build: .\n    image: {image}\n"),
        ("docker-compose.yml", image => $"services:\n  a: {{ build: ., image: \"{image}\" }}\n"),
        ("stack.yaml", image => $"services:\n  a:\n    image: {image}\n"),
        ("compose.yaml", image => $"x-a: &a {{ image: {image} }}\nservices:\n  a:\n    <<: *a\n"),
        ("kustomization.yaml", image => $"images:\n- name: a\n  newName: {image.Split(':')[0]}\n  newTag: \"1\"\n"),
        ("kustomization.yml", image => $"kind: Kustomization\nimages: [{{name: a, newName: {image.Split(':')[0]}, newTag: '1'}}]\n"),
        ("Kustomization", image => $"images:\n- {{name: a, newName: {image.Split(':')[0]}, newTag: '1'}}\n"),
    ];

    private static readonly (string Kind, string Version, string Before, string After)[] Kinds =
    [
        ("Pod", "v1", "{", "}"),
        ("Deployment", "apps/v1", "{\"template\": {\"spec\": {", "}}}"),
        ("StatefulSet", "apps/v1", "{\"template\": {\"spec\": {", "}}}"),
        ("DaemonSet", "apps/v1", "{\"template\": {\"spec\": {", "}}}"),
        ("ReplicaSet", "apps/v1", "{\"template\": {\"spec\": {", "}}}"),
        ("Job", "batch/v1", "{\"template\": {\"spec\": {", "}}}"),
        ("CronJob", "batch/v1", "{\"jobTemplate\": {\"spec\": {\"template\": {\"spec\": {", "}}}}}"),
    ];

    private static readonly (string File, Func<string, string, string> Text)[] Forms =
    [
        ("a.yaml", (manifest, _) => manifest),
        ("a.json", (manifest, _) => manifest),
        ("a.yml", (manifest, _) => "---\n" + manifest + "\n---\n"),
        ("a.yaml", (manifest, _) => manifest + "\n---\na: [\n"),
        ("a.yaml", (manifest, _) => "a: b\n---\n" + manifest),
        ("a.yaml", (manifest, _) => manifest.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ("a.yaml", (manifest, image) => manifest.Replace(
            $"\"image\": \"{image}\"",
            $"\"image\": \"{Good}\", \"image\": \"{image}\"",
            StringComparison.Ordinal)),
        ("a.yaml", (manifest, image) => manifest.Replace(
            $"\"image\": \"{image}\"",
            $"\"image\": \"{image}\", \"image\": \"{Good}\"",
            StringComparison.Ordinal)),
        ("a.json", (manifest, image) => manifest.Replace("\"image\"", "\"im\\u0061ge\"", StringComparison.Ordinal)),
        ("a.yaml", (manifest, _) => manifest.Replace("\"containers\"", "\"initContainers\"", StringComparison.Ordinal)),
        ("a.yaml", (manifest, _) => manifest.Replace("\"containers\"", "\"ephemeralContainers\"", StringComparison.Ordinal)),
        ("a.json", (manifest, _) => "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + manifest + "]}"),
    ];

    public static IReadOnlyList<HiddenImage> All { get; } =
    [
        .. Builds.Select((build, i) => From($"b{i}", build.File, build.Text)),
        .. from kind in Kinds.Index()
           from form in Forms.Index()
           select From($"m{kind.Index}-{form.Index}", form.Item.File, image => form.Item.Text(Manifest(kind.Item, image), image)),
        .. from kind in Kinds.Index()
           select Utf16($"u{kind.Index}", image => Manifest(kind.Item, image)),
    ];

    private static string Manifest((string Kind, string Version, string Before, string After) kind, string image) =>
        $"{{\"apiVersion\": \"{kind.Version}\", \"kind\": \"{kind.Kind}\", \"metadata\": {{\"name\": \"a\"}},\n\"spec\": {kind.Before}\"containers\": [{{\"name\": \"c\", \"image\": \"{image}\"}}]{kind.After}}}";

    private static HiddenImage From(string folder, string file, Func<string, string> text) =>
        new($"{folder}/{file}", System.Text.Encoding.UTF8.GetBytes(text($"evil-{folder}.example/x:1")), $"evil-{folder}.example/x");

    private static HiddenImage Utf16(string folder, Func<string, string> text) =>
        new($"{folder}/a.yaml", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(text($"evil-{folder}.example/x:1"))], $"evil-{folder}.example/x");
}
