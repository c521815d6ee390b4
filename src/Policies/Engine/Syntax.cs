using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>A policy's syntax tree. One serves one judgement, because the engine keeps objects of the judgement in it.</summary>
internal sealed class Syntax(PolicySource source)
{
    private Program? _unused = ScriptParser.ParsePolicy(source);

    public Program Take() => Interlocked.Exchange(ref _unused, null) ?? ScriptParser.ParsePolicy(source);
}
