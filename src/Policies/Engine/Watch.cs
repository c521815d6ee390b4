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

    /// <value>Enough to reach back over a helper of the translation to what the author wrote.</value>
    private const int Remembered = 32;

    private readonly Statement?[] _recent = new Statement?[Remembered];
    private int _begun;

    private Statement? _standing;

    private int _depth;

    /// <value>The judgement running on this thread.</value>
    public static Watch? Current
    {
        get => current;
        set => current = value;
    }

    public Observer? Observer { get; } = observer;

    public void Begin(Statement statement)
    {
        _recent[++_begun % Remembered] = _standing = statement;
        Observer?.Ran(statement);
    }

    /// <summary>Goes back to the statement that is calling us: those that made its arguments began later.</summary>
    public void Resume() => _recent[++_begun % Remembered] = _standing;

    /// <summary>The statement of the author that began last; callable from any thread.</summary>
    public Location? PlaceIn(PolicySource source)
    {
        var last = Volatile.Read(ref _begun);
        for (var back = 0; back < Math.Min(Remembered, last); back++)
        {
            if (_recent[(last - back) % Remembered]?.Location?.Start is { } start && source.Original(start.Line, start.Column + 1) is { } place)
            {
                return place;
            }
        }

        return null;
    }

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
