using Gates.BuiltIn.HermeticBuild.Facts;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Looks for one kind of problem in a script.</summary>
internal interface IScriptCheck
{
    IEnumerable<CommandFact> Inspect(Script script);
}
