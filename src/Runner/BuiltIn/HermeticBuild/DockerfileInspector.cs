using Gates.Runner.BuiltIn.HermeticBuild.Facts;
using Gates.Runner.BuiltIn.HermeticBuild.Scripts;
using Gates.Runner.BuiltIn.HermeticBuild.Shell;
using Gates.Runner.Dockerfiles;

namespace Gates.Runner.BuiltIn.HermeticBuild;

/// <summary>Collects the facts of a Dockerfile.</summary>
internal sealed class DockerfileInspector(ScriptChecks checks) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var dockerfile = DockerfileParser.Parse(text, path);
        foreach (var stage in dockerfile.Stages)
        {
            InspectBase(dockerfile, stage, facts);
            foreach (var instruction in stage.Instructions.Select(instruction => instruction.Trigger ?? instruction))
            {
                if (instruction.Name == "ADD")
                {
                    facts.Adds.AddRange(RemoteAdds(instruction, path));
                }
                else if (instruction.Name == "RUN" && instruction.Flag("network") != "none")
                {
                    checks.Inspect(path, ToScript(dockerfile, instruction), facts);
                }
            }
        }
    }

    private static void InspectBase(Dockerfile dockerfile, DockerfileStage stage, HermeticFacts facts)
    {
        var image = Expand(dockerfile, stage.Base);
        var isStage = dockerfile.Stages.Take(stage.Index).Any(earlier => earlier.Name == image);
        if (image.Length > 0 && !isStage && image != "scratch")
        {
            facts.Images.Add(new ImageFact(image, "FROM", Pins.HasDigest(image), dockerfile.Path, stage.From.Line));
        }
    }

    private static string Expand(Dockerfile dockerfile, string text)
    {
        try
        {
            return ShellLexer.Expand(text, dockerfile.Escape, name => dockerfile.GlobalArgs.LastOrDefault(arg => arg.Name == name)?.Value ?? (name.Contains("PLATFORM", StringComparison.Ordinal) ? null : "$" + name));
        }
        catch (FormatException)
        {
            // Kept as written: without a digest in plain sight it counts as unpinned.
            return text;
        }
    }

    private static IEnumerable<RemoteAddFact> RemoteAdds(DockerfileInstruction add, string path)
    {
        var hasChecksum = add.Flag("checksum") is { Length: > 0 };
        foreach (var source in add.Arguments.SkipLast(1))
        {
            if (IsGit(source))
            {
                var reference = source.LastIndexOf('#') is >= 0 and var at ? source[(at + 1)..].Split(':')[0] : "";
                yield return new RemoteAddFact(Address.Show(source), "git", hasChecksum || Pins.IsCommit(reference), path, add.Line);
            }
            else if (source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                yield return new RemoteAddFact(Address.Show(source), "url", hasChecksum, path, add.Line);
            }
        }
    }

    private static bool IsGit(string source) =>
        source.StartsWith("git@", StringComparison.Ordinal) || source.StartsWith("git://", StringComparison.Ordinal) || source.StartsWith("ssh://", StringComparison.Ordinal) ||
        (source.StartsWith("http", StringComparison.Ordinal) && source.Split('#', '?')[0].EndsWith(".git", StringComparison.Ordinal));

    private static Script ToScript(Dockerfile dockerfile, DockerfileInstruction run)
    {
        var dialect = dockerfile.Escape == '`' ? ShellDialect.PowerShell : ShellDialect.Posix;
        var pipelines = run.IsJson
            ? [new ShellPipeline([new ShellCommand([.. run.Arguments.Select(argument => new ShellWord(argument, run.Line, IsDynamic: false, []))], [])])]
            : ShellParser.Parse(run.Body, run.LineAt, dialect).ToList();
        // RUN <<EOF and RUN bash <<EOF run the lines; after any other command they are its input.
        var runsLines = pipelines.Count == 0 || pipelines is [{ Commands: [var only] }] && Invocation.Of(only) is { } invocation && ShellWalker.IsShell(invocation.Name);
        foreach (var heredoc in run.Heredocs.Where(heredoc => runsLines && !IsOtherLanguage(heredoc.Content)))
        {
            pipelines.AddRange(ShellParser.Parse(heredoc.Content, heredoc.Line, dialect));
        }

        return Script.Of("dockerfile", Folders.Of(dockerfile.Path), pipelines);
    }

    private static bool IsOtherLanguage(string text) => text.StartsWith("#!", StringComparison.Ordinal) && !text.Split('\n')[0].TrimEnd().EndsWith("sh", StringComparison.Ordinal);
}
