using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Scripts;
using Gates.Formats.Documents;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Pipelines;

/// <summary>Collects the facts of a pipeline of another CI system, or of a Taskfile.</summary>
internal sealed class PipelineInspector(ScriptChecks checks, PipelineForm form) : IFileInspector
{
    private const int MaxDepth = 64;

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var read = LenientReader.Read(text, path);
        facts.Unread.AddRange(read.Broken.Select(broken => new UnreadFact("pipeline", broken.Reason, path, broken.Line)));
        var file = text.Split('\n');
        foreach (var document in read.Documents)
        {
            facts.Commands.AddRange(PipelineParts.Open(document).Select(fact => fact with { Where = form.Where, Path = path }));
            foreach (var map in Maps(document, 0))
            {
                InspectMap(map, file, path, facts);
            }
        }
    }

    /// <summary>Every map that is no part of a script.</summary>
    private IEnumerable<DocumentNode> Maps(DocumentNode node, int depth)
    {
        if (depth > MaxDepth)
        {
            yield break;
        }

        if (node.Kind == NodeKind.Map)
        {
            yield return node;
        }

        var inner = node.Items.Concat(node.Entries.Where(entry => !IsScript(entry)).Select(entry => entry.Node));
        foreach (var map in inner.SelectMany(child => Maps(child, depth + 1)))
        {
            yield return map;
        }
    }

    private void InspectMap(DocumentNode map, string[] file, string path, HermeticFacts facts)
    {
        var script = new ScriptLines(file);
        foreach (var entry in map.Entries)
        {
            Note(entry, path, facts);
            if (!IsScript(entry))
            {
                continue;
            }

            var isPowerShell = entry.Key is "pwsh" or "powershell";
            var target = isPowerShell ? new ScriptLines(file) : script;
            target.Add(entry.Node.Get("command") ?? entry.Node.Get("cmd") ?? entry.Node);
            if (isPowerShell)
            {
                Check(target, ShellDialect.PowerShell, path, facts);
            }
        }

        Check(script, ShellDialect.Posix, path, facts);
    }

    // In a Taskfile, sh and cmds may be names of tasks or maps of them.
    private bool IsScript(DocumentEntry entry) =>
        form.Keys.Contains(entry.Key, StringComparer.Ordinal) && (entry.Node.Kind != NodeKind.Map || !form.IsTask || entry.Key == "cmd");

    private void Check(ScriptLines script, ShellDialect dialect, string path, HermeticFacts facts)
    {
        if (!script.IsEmpty)
        {
            var folder = form.IsTask ? Folders.Of(path) : "";
            checks.Inspect(path, Script.From(form.Where, folder, script.Parse(dialect)) with { StopsAtLines = form.IsTask }, facts);
        }
    }

    // Azure's vmImage: ubuntu-latest.
    private static void Note(DocumentEntry entry, string path, HermeticFacts facts)
    {
        if (entry is { Key: "vmImage", Node.IsString: true } && entry.Node.Text.EndsWith("-latest", StringComparison.OrdinalIgnoreCase)
            && !facts.Runners.Exists(runner => runner.Path == path && runner.Label == entry.Node.Text))
        {
            facts.Runners.Add(new RunnerFact(entry.Node.Text, ["vmImage"], path, entry.Node.Line));
        }
    }
}
