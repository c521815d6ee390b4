using System.Runtime.CompilerServices;
using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>Follows one judgement statement by statement: where it stands, and how deep its calls are.</summary>
/// <remarks>The engine's own recursion limit forgets to count down when a call throws, and misses getters and callbacks.</remarks>
internal sealed class Watch(int recursionDepth)
{
    [ThreadStatic]
    private static Watch? current;

    private volatile Statement? _statement;

    private int _depth;

    /// <value>The judgement running on this thread.</value>
    public static Watch? Current
    {
        get => current;
        set => current = value;
    }

    /// <value>The policy's statement that began last; readable from any thread.</value>
    public Statement? Statement => _statement;

    public void Begin(Statement statement) => _statement = statement;

    public void EnterFunction()
    {
        if (++_depth > recursionDepth)
        {
            throw new LimitException("recursion", FormattableString.Invariant($"calls are nested more than {recursionDepth} deep (recursion limit)"));
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new LimitException("recursion", "calls are nested too deep for the engine's stack (recursion limit)");
        }
    }

    public void LeaveFunction() => _depth--;
}
