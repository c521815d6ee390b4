using Gates.Runner.BuiltIn.HermeticBuild.Facts;

namespace Gates.Runner.BuiltIn.HermeticBuild.Scripts;

/// <summary>Looks for one kind of problem in a script.</summary>
internal interface IScriptCheck
{
    IEnumerable<CommandFact> Inspect(Script script);
}
