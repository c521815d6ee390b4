using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Locks;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Runs the checks over a script, and leaves out what says the same thing twice.</summary>
internal sealed class ScriptChecks(RepositoryFiles files)
{
    private readonly RequirementsFile requirements = new(files);

    private readonly IScriptCheck[] checks =
    [
        new DownloadCheck(), new PackageAddressCheck(), new PackageCheck(files), new LockCheck(files), new CloneCheck(), new ToolchainCheck(),
        new ImageBuildCheck(new BuildFiles(files)), new NetworkCheck(),
    ];

    public void Inspect(string path, Script script, HermeticFacts facts)
    {
        foreach (var list in Requirements.FilesOf(script, files))
        {
            requirements.Follow(list, facts);
        }

        var found = checks.SelectMany(check => check.Inspect(script)).ToList();
        var told = found.Where(fact => fact.Problem != "network-step").Select(fact => fact.Line).ToHashSet();
        facts.Commands.AddRange(found
            .Where(fact => fact.Problem != "network-step" || !(script.IsLoose || told.Contains(fact.Line)))
            .DistinctBy(fact => (fact.Problem, fact.Line, fact.Tool, string.Join(' ', fact.Subjects)))
            .OrderBy(fact => fact.Line)
            .Select(fact => fact with { Where = script.Where, Path = path }));
    }
}
