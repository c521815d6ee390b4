using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Runs the checks that suit a script's place, and leaves out what says the same thing twice.</summary>
internal sealed class ScriptChecks(RepositoryFiles files)
{
    private readonly IScriptCheck[] forBuilds =
    [
        new DownloadCheck(), new PackageCheck(), new LockCheck(
            files.IsLocked), new CloneCheck(), new ToolchainCheck(), new ImageBuildCheck(), new NetworkCheck(),
    ];

    // A Makefile or a script may do much that is no part of the build: only what is plainly meant is looked for.
    private readonly IScriptCheck[] forOthers = [new DownloadCheck(), new ImageBuildCheck()];

    public void Inspect(string path, Script script, HermeticFacts facts)
    {
        var found = (script.Where is "makefile" or "script" ? forOthers : forBuilds).SelectMany(check => check.Inspect(script)).ToList();
        var told = found.Where(fact => fact.Problem != "network-step").Select(fact => fact.Line).ToHashSet();
        facts.Commands.AddRange(found
            .Where(fact => fact.Problem != "network-step" || !told.Contains(fact.Line))
            .Where(fact => script.Where is not ("makefile" or "script") || fact.Problem != "unchecked-download")
            .DistinctBy(fact => (fact.Problem, fact.Line, string.Join(' ', fact.Subjects)))
            .OrderBy(fact => fact.Line)
            .Select(fact => fact with { Where = script.Where, Path = path }));
    }
}
