using Acornima.Ast;

namespace Gates.Policies.Engine.Modules;

/// <summary>Refuses what is nested so deep that parser and engine, which recurse over it, could leave their stack.</summary>
internal static class Nesting
{
    private const int Max = 1_000;

    /// <summary>Counts brackets wherever they stand, also in texts: nobody writes a thousand open ones in earnest.</summary>
    /// <exception cref="PolicyException">There are too many.</exception>
    public static void CheckBrackets(string path, string text)
    {
        var (open, line) = (0, 1);
        foreach (var c in text)
        {
            line += c == '\n' ? 1 : 0;
            open = c switch
            {
                '(' or '[' or '{' => open + 1,
                ')' or ']' or '}' => Math.Max(0, open - 1),
                _ => open,
            };
            if (open > Max)
            {
                throw Refusal(path, line, null);
            }
        }
    }

    /// <summary>Long chains of operators or calls are deep too, and have no brackets.</summary>
    /// <exception cref="PolicyException">It is too deep.</exception>
    public static void Check(PolicyModule module)
    {
        var pending = new Stack<(Node Node, int Depth, Node? Outermost)>();
        pending.Push((module.Program, 0, null));
        while (pending.TryPop(out var next))
        {
            if (next.Depth > Max)
            {
                var start = (next.Outermost ?? next.Node).Location.Start;
                throw Refusal(module.Path, start.Line, start.Column + 1);
            }

            var outermost = next.Node is Program or ImportOrExportDeclaration or IFunction or BlockStatement ? null : next.Outermost ?? next.Node;
            foreach (var child in next.Node.ChildNodes)
            {
                if (child is not null)
                {
                    pending.Push((child, next.Depth + 1, outermost));
                }
            }
        }
    }

    public static PolicyException Refusal(string path, int? line, int? column) => new(
        path,
        FormattableString.Invariant($"the script is nested more than {Max} deep (recursion limit); chains of operators, calls and `else if` count too: join a list, or look things up in a table"),
        line,
        column,
        "recursion");
}
