using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>Notes what one judgement does. It may be read while a policy that does not end still runs.</summary>
internal sealed class Observer(PolicySource source)
{
    private readonly Lock _exclusive = new();
    private readonly HashSet<Statement> _ran = [];
    private readonly List<ReportCall> _calls = [];

    public void Ran(Statement statement)
    {
        lock (_exclusive)
        {
            _ran.Add(statement);
        }
    }

    public void Called(ReportCall call)
    {
        lock (_exclusive)
        {
            _calls.Add(call);
        }
    }

    public PolicyObservation Of(Program program)
    {
        lock (_exclusive)
        {
            return new PolicyObservation([.. _calls], Cover(program));
        }
    }

    private List<LineCoverage> Cover(Program program)
    {
        var lines = new SortedDictionary<string, SortedDictionary<int, bool>>(StringComparer.Ordinal);
        foreach (var statement in SyntaxWalker.Walk(program).SelectMany(visit => Listed(visit.Node)).Where(IsWork))
        {
            if (statement.Location?.Start is { } start && source.Original(start.Line, start.Column + 1) is { Line: { } line } place)
            {
                if (!lines.TryGetValue(place.Path, out var file))
                {
                    lines.Add(place.Path, file = []);
                }

                file[line] = file.GetValueOrDefault(line) || _ran.Contains(statement);
            }
        }

        return [.. lines.Select(file => new LineCoverage(file.Key, [.. file.Value.Keys], [.. file.Value.Where(line => line.Value).Select(line => line.Key)]))];
    }

    private static IEnumerable<Statement> Listed(SyntaxNode node) => node switch
    {
        Program n => n.Body,
        BlockStatement n => n.Body,
        SwitchCase n => n.Consequent,
        _ => [],
    };

    /// <summary>Leaves out what stands there without doing anything when it is reached.</summary>
    private static bool IsWork(Statement statement) =>
        statement is not (FunctionDeclaration or EmptyStatement or BlockStatement or ExpressionStatement { Expression: Literal { Value: string } });
}
