using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Finds packages that are installed in whatever version is the newest that day.</summary>
internal sealed class PackageCheck(RepositoryFiles files) : IScriptCheck
{
    private readonly FedPackages fed = new(files);

    public IEnumerable<CommandFact> Inspect(Script script)
    {
        // A distribution's snapshot has one version of each package.
        var snapshot = script.Pipelines.SelectMany(pipeline => pipeline.Commands).SelectMany(command => command.Words)
            .Any(word => word.Text.Contains("snapshot.debian.org", StringComparison.Ordinal)
                || word.Text.Contains("snapshot.ubuntu.com", StringComparison.Ordinal)
                || word.Text.Contains("archive.archlinux.org", StringComparison.Ordinal));
        foreach (var call in script.Calls)
        {
            var fact = (fed.Into(call, script) is { } given ? Installs(given, script) : Installs(call, script)) ?? Moves(call) ?? Unlocked(call);
            if (fact is not null && !(snapshot && fact.Problem == "unpinned-system-package"))
            {
                yield return fact;
            }
        }
    }

    private CommandFact? Installs((Call Call, string? Origin) fed, Script script) => Installs(fed.Call, script) is not { } fact || fed.Origin is null
        ? Installs(fed.Call, script)
        : fact with
        {
            Subjects = [.. fact.Subjects.Select(name => name == FedPackages.Unknown ? $"what xargs reads from {Address.Show(fed.Origin)}" : name)],
            Better = fact.Better?.Replace(FedPackages.Unknown, "<name>", StringComparison.Ordinal),
        };

    private CommandFact? Installs(Call call, Script script)
    {
        foreach (var tool in PackageTools.All)
        {
            if (!tool.Handles(call, out var verbLength)
                || tool.Open(call, verbLength, script.Resolve, HasNodePackages)
                    .Where(IsElsewhere).Distinct(StringComparer.Ordinal).ToList() is not { Count: > 0 } open)
            {
                continue;
            }

            var command = string.Join(' ', new[] { call.Name }.Concat(call.Operands.Take(verbLength).Select(word => word.Text)));
            var example = tool.Example(Address.Show(open[0]));
            return new CommandFact
            {
                Problem = tool.IsSystem ? "unpinned-system-package" : "unpinned-install",
                Tool = command,
                Subjects = [.. open.Select(Address.Show)],
                Better = example.Length == 0 ? null : (tool.IsSystem ? "" : command + " ") + example,
                Line = call.Line,
            };
        }

        return null;

        bool IsElsewhere(string text) => call.Name != "helm" || text.Contains("://", StringComparison.Ordinal)
            || !files.Exists(script.Folder is null ? text : Folders.Join(script.Folder, text), "Chart.yaml");
    }

    private bool HasNodePackages() => files.Ask("node packages", "", folder => files.Below(folder, name => name == "package.json"));

    // What takes the newest of everything and names nothing.
    private static CommandFact? Moves(Call call) => (call.Name, call.Verb) switch
    {
        ("nix-channel", _) when call.Has("--update") =>
            Newest(call, "nix-channel --update", "every channel", "fetchTarball with a commit and sha256, or a flake.lock"),
        ("gh", "release") when call.Operands is [_, { Text: "download" }] =>
            Newest(call, "gh release download", Address.Show(call.ValueOf("-R", "--repo") ?? "the release"), "gh release download <tag>"),
        _ => null,
    };

    private static CommandFact Newest(Call call, string tool, string subject, string better) =>
        new() { Problem = "unpinned-install", Tool = tool, Subjects = [subject], Better = better, Line = call.Line };

    private static CommandFact? Unlocked(Call call) =>
        call.Name is not "cargo" || call.Verb is not "install" || call.Has("--locked", "--frozen", "--offline", "--list")
            ? null
            : new CommandFact
            {
                Problem = "ignored-lock",
                Tool = "cargo install",
                Subjects = ["Cargo.lock"],
                Better = "cargo install --locked",
                Line = call.Line,
            };
}
