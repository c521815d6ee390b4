using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>Images that well-known actions pull, by an input or when it is left out.</summary>
internal static class ActionDefaults
{
    /// <summary>The action, the input that names the image, and the image it pulls without one.</summary>
    private static readonly (string Action, string Input, string? Default)[] Known =
    [
        ("docker/setup-qemu-action", "image", "docker.io/tonistiigi/binfmt:latest"),
        ("docker/setup-buildx-action", "driver-opts", "moby/buildkit:buildx-stable-1"),
        ("int128/kaniko-action", "executor", "gcr.io/kaniko-project/executor:latest"),
        ("helm/kind-action", "node_image", null),
        ("engineerd/setup-kind", "image", null),
        ("container-tools/kind-action", "node_image", null),
        ("addnab/docker-run-action", "image", null),
        ("supercharge/redis-github-action", "redis-image", "redis:latest"),
        ("supercharge/mongodb-github-action", "mongodb-image", "mongo:latest"),
    ];

    public static void Read(DocumentNode uses, DocumentNode? with, string where, SourceText source, CollectedImages into)
    {
        var name = uses.Text.Split('@')[0];
        foreach (var (action, input, otherwise) in Known.Where(known => known.Action.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            if (action.EndsWith("/setup-buildx-action", StringComparison.Ordinal))
            {
                ReadBuildx(uses, with, otherwise!, where, source, into);
            }
            else if (with?.Get(input) is { Kind: NodeKind.Scalar, Value: not null, Text.Length: > 0 } written)
            {
                Add(written, written.Text, $"{where}, {action}: {input}", source, into);
            }
            else if (otherwise is not null)
            {
                Add(uses, WithVersion(otherwise, action, with), $"{where}, which {action} pulls without `{input}`", source, into);
            }
        }
    }

    /// <summary>BuildKit runs in a container unless another driver is chosen; the driver's options can name its image.</summary>
    private static void ReadBuildx(DocumentNode uses, DocumentNode? with, string otherwise, string where, SourceText source, CollectedImages into)
    {
        if (with?.GetText("driver") is { } driver && driver is not ("docker-container" or "kubernetes"))
        {
            return;
        }

        var options = with?.Get("driver-opts");
        var named = options?.Text.Split('\n', ',').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("image=", StringComparison.Ordinal));
        if (named is not null)
        {
            Add(options!, named["image=".Length..], $"{where}, driver-opts", source, into);
        }
        else if (with?.GetText("endpoint") is null)
        {
            Add(uses, otherwise, $"{where}, which docker/setup-buildx-action pulls without `driver-opts: image=…`", source, into);
        }
    }

    private static string WithVersion(string image, string action, DocumentNode? with)
    {
        var input = action switch
        {
            "supercharge/redis-github-action" => "redis-version",
            "supercharge/mongodb-github-action" => "mongodb-version",
            _ => null,
        };
        return input is not null && with?.GetText(input) is { Length: > 0 } version ? image[..(image.LastIndexOf(':') + 1)] + version : image;
    }

    private static void Add(DocumentNode at, string text, string where, SourceText source, CollectedImages into)
    {
        if (text.Contains("${{", StringComparison.Ordinal))
        {
            into.AddUnknown(source, "action's image", text, where, at.Line, "the expression is only known to the run; write the image");
        }
        else
        {
            into.AddImage(source, "action's image", text, where, at.Line, at.Column);
        }
    }
}
