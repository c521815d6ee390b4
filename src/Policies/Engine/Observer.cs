using Acornima.Ast;
using Gates.Policies.Engine.Modules;
using Jint.Runtime.Debugger;

namespace Gates.Policies.Engine;

/// <summary>Notes what one judgement does. It may be read while a policy that does not end still runs.</summary>
internal sealed class Observer(ModuleGraph graph)
{
    private readonly Lock exclusive = new();
    private readonly HashSet<(string Path, int Line)> ran = [];
    private readonly List<ReportCall> calls = [];

    public PolicyObservation Observation
    {
        get
        {
            lock (exclusive)
            {
                return new PolicyObservation(
                    [.. calls],
                    [.. graph.Modules.Values.OrderBy(module => module.Path, StringComparer.Ordinal).Select(Cover).Where(file => file.Lines.Count > 0)]);
            }
        }
    }

    public StepMode Step(object sender, DebugInformation e)
    {
        // There is no node where a function is left.
        if (e.CurrentNode is { } node)
        {
            lock (exclusive)
            {
                ran.Add((node.Location.SourceFile ?? "", node.Location.Start.Line));
            }
        }

        return StepMode.Into;
    }

    public void Called(ReportCall call)
    {
        lock (exclusive)
        {
            calls.Add(call);
        }
    }

    private LineCoverage Cover(PolicyModule module)
    {
        var lines = SyntaxTree.Statements(module.Program).Where(IsWork).Select(statement => statement.Location.Start.Line).Distinct().Order().ToList();
        return new LineCoverage(module.Path, lines, [.. lines.Where(line => ran.Contains((module.Path, line)))]);
    }

    /// <summary>Leaves out what stands there without doing anything when it is reached.</summary>
    private static bool IsWork(Node statement) =>
        statement is not (FunctionDeclaration or EmptyStatement or BlockStatement or Directive or ImportOrExportDeclaration or ArrowFunctionExpression);
}
