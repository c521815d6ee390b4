using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>Collects the facts of Cloud Build's steps: a script, or a program with its arguments, which is the image's own or the <c>entrypoint</c>.</summary>
internal sealed class CloudBuildInspector(ScriptChecks checks) : IFileInspector
{
    public static bool IsCloudBuild(string path)
    {
        var name = Folders.NameOf(path);
        return (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal))
            && (name.StartsWith("cloudbuild.", StringComparison.Ordinal) || name.StartsWith("cloudbuild-", StringComparison.Ordinal)
                || name.EndsWith(".cloudbuild.yaml", StringComparison.Ordinal) || name.EndsWith(".cloudbuild.yml", StringComparison.Ordinal));
    }

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var read = LenientReader.Read(text, path);
        facts.Unread.AddRange(read.Broken.Select(broken => new UnreadFact("pipeline", broken.Reason, path, broken.Line)));
        var file = text.Split('\n');
        foreach (var step in read.Documents.SelectMany(document => document.Get("steps")?.Items ?? []))
        {
            var script = new ScriptLines(file);
            Add(script, step);
            if (!script.IsEmpty)
            {
                checks.Inspect(path, Script.From("pipeline", step.GetText("dir") ?? "", script.Parse()), facts);
            }
        }
    }

    private static void Add(ScriptLines script, DocumentNode step)
    {
        if (step.Get("script") is { } own)
        {
            script.Add(own);
            return;
        }

        var arguments = step.Get("args") is { } args ? args.Kind == NodeKind.Sequence ? args.Items : [args] : [];
        var program = step.GetText("entrypoint") ?? step.GetText("name")?.Split(':', '@')[0] ?? "";
        program = program[(program.LastIndexOf('/') + 1)..];
        if (program is "bash" or "sh" && arguments is [{ Text: ['-', .., 'c'] }, var body, ..])
        {
            script.Add(body);
        }
        else if (program.Length > 0 && arguments.Count > 0)
        {
            script.Add(program + " " + string.Join(' ', arguments.Select(argument => Quote(argument.Text))), arguments[0].Line, keepsLines: false);
        }
    }

    private static string Quote(string text) => text.Contains('$', StringComparison.Ordinal) ? $"\"{text}\"" : $"'{text}'";
}
