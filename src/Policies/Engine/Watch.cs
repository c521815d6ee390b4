using System.Runtime.CompilerServices;
using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>Follows one judgement statement by statement: where it stands, and how deep its calls are.</summary>
/// <param name="recursionDepth">How deep calls may be.</param>
/// <param name="observer">Who else is told; usually nobody.</param>
/// <remarks>The engine's own recursion limit forgets to count down when a call throws, and misses getters and callbacks.</remarks>
internal sealed class Watch(int recursionDepth, Observer? observer = null)
{
    [ThreadStatic]
    private static Watch? current;

    private volatile Statement? _statement;

    private Statement? _standing;

    private int _depth;

    /// <value>The judgement running on this thread.</value>
    public static Watch? Current
    {
        get => current;
        set => current = value;
    }

    /// <value>The policy's statement that began last; readable from any thread.</value>
    public Statement? Statement => _statement;

    public Observer? Observer { get; } = observer;

    public void Begin(Statement statement)
    {
        _standing = statement;
        _statement = statement;
        Observer?.Ran(statement);
    }

    /// <summary>Goes back to the statement that is calling us: the ones that made its arguments began later.</summary>
    public Statement? Resume() => _statement = _standing;

    /// <returns>The statement that calls, for <see cref="LeaveFunction"/>.</returns>
    public Statement? EnterFunction()
    {
        if (++_depth > recursionDepth)
        {
            throw new LimitException("recursion", FormattableString.Invariant($"calls are nested more than {recursionDepth} deep (recursion limit)"));
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new LimitException("recursion", "calls are nested too deep for the engine's stack (recursion limit)");
        }

        return _standing;
    }

    /// <remarks>What began last stays: when an exception ends the function, that is where it comes from.</remarks>
    public void LeaveFunction(Statement? caller)
    {
        _depth--;
        _standing = caller;
    }
}
