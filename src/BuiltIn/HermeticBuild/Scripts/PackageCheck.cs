using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds packages that are installed in whatever version is the newest that day.</summary>
internal sealed class PackageCheck : IScriptCheck
{
    public IEnumerable<CommandFact> Inspect(Script script)
    {
        // A distribution's snapshot has one version of each package.
        var snapshot = script.Pipelines.SelectMany(pipeline => pipeline.Commands).SelectMany(command => command.Words)
            .Any(word => word.Text.Contains("snapshot.debian.org", StringComparison.Ordinal)
                || word.Text.Contains("snapshot.ubuntu.com", StringComparison.Ordinal));
        foreach (var invocation in script.Invocations)
        {
            var fact = RunsNewest(invocation) ?? Installs(invocation) ?? Unlocked(invocation);
            if (fact is not null && !(snapshot && fact.Problem == "unpinned-system-package"))
            {
                yield return fact;
            }
        }
    }

    private static CommandFact? Installs(Invocation invocation)
    {
        foreach (var tool in PackageTools.All)
        {
            if (!tool.Handles(invocation, out var verbLength)
                || tool.Open(invocation, verbLength).Distinct(StringComparer.Ordinal).ToList() is not { Count: > 0 } open)
            {
                continue;
            }

            var command = invocation.Name + " " + string.Join(' ', invocation.Operands.Take(verbLength));
            return new CommandFact
            {
                Problem = tool.IsSystem ? "unpinned-system-package" : "unpinned-install",
                Tool = command,
                Subjects = [.. open.Select(Address.Show)],
                Better = (tool.IsSystem ? "" : command + " ") + tool.Example(Address.Show(open[0])),
                Line = invocation.Line,
            };
        }

        return null;
    }

    private static CommandFact? Unlocked(Invocation invocation) =>
        invocation.Name is not "cargo" || invocation.Verb is not "install" || invocation.Has("--locked", "--frozen", "--offline", "--list")
            ? null
            : new CommandFact
            {
                Problem = "ignored-lock",
                Tool = "cargo install",
                Subjects = ["Cargo.lock"],
                Better = "cargo install --locked",
                Line = invocation.Line,
            };

    // npx runs what the repository has installed, unless it is told to fetch.
    private static CommandFact? RunsNewest(Invocation invocation)
    {
        if (invocation.Name is not ("npx" or "bunx" or "uvx"))
        {
            return null;
        }

        var package = (invocation.ValueOf("-p", "--package", "--from") ?? invocation.Operands.FirstOrDefault())?.Text ?? "";
        var at = package.LastIndexOf('@');
        var open = at > 0 ? !package[(at + 1)..].StartsWith('$') && !Pins.IsExactVersion(package[(at + 1)..]) : invocation.Has("-y", "--yes");
        return !open || package.StartsWith('$') || package.StartsWith('.') || package.Contains("==", StringComparison.Ordinal) ? null : new CommandFact
        {
            Problem = "unpinned-install",
            Tool = invocation.Name,
            Subjects = [Address.Show(package)],
            Better = $"{invocation.Name} {(at > 0 ? package[..at] : package)}@<version>",
            Line = invocation.Line,
        };
    }
}
