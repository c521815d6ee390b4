using System.Runtime.CompilerServices;
using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>Follows one judgement statement by statement: where it stands, and how deep its calls are.</summary>
/// <remarks>The engine's own recursion limit forgets to count down when a call throws, and misses getters and callbacks.</remarks>
internal sealed class Watch(int recursionDepth)
{
    [ThreadStatic]
    private static Watch? current;

    /// <value>Enough to reach back over a helper of the translation to what the author wrote.</value>
    private const int Remembered = 32;

    private readonly Statement?[] _recent = new Statement?[Remembered];
    private int _begun;

    private int _depth;

    /// <value>The judgement running on this thread.</value>
    public static Watch? Current
    {
        get => current;
        set => current = value;
    }

    public void Begin(Statement statement) => _recent[++_begun % Remembered] = statement;

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
