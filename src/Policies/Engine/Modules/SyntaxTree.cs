using Acornima.Ast;

namespace Gates.Policies.Engine.Modules;

/// <summary>Every node of a program with its depth, without recursion: hostile programs are deep.</summary>
internal static class SyntaxTree
{
    public static IEnumerable<Node> Walk(Node root)
    {
        var pending = new Stack<Node>();
        pending.Push(root);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.ChildNodes)
            {
                if (child is not null)
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>The statements that run one after the other, or alone behind a condition or a loop.</summary>
    public static IEnumerable<Node> Statements(Node root) => Walk(root).SelectMany(node => node switch
    {
        Program n => n.Body,
        BlockStatement n => n.Body, // Also of functions and static blocks of classes.
        SwitchCase n => n.Consequent,
        IfStatement n => [n.Consequent, .. n.Alternate is null ? Array.Empty<Node>() : [n.Alternate]],
        ForStatement n => [n.Body],
        ForInStatement n => [n.Body],
        ForOfStatement n => [n.Body],
        WhileStatement n => [n.Body],
        DoWhileStatement n => [n.Body],
        ArrowFunctionExpression { Body: Expression body } => [body],
        ExportNamedDeclaration { Declaration: { } declaration } => [declaration],
        ExportDefaultDeclaration n => [n.Declaration],
        _ => Enumerable.Empty<Node>(),
    });

    /// <returns>The function or variable of that name at the top of a program, or <see langword="null"/>.</returns>
    public static Node? Declaration(Program program, string name) => program.Body.FirstOrDefault(statement => statement switch
    {
        FunctionDeclaration n => n.Id?.Name == name,
        VariableDeclaration n => n.Declarations.Any(declarator => declarator.Id is Identifier identifier && identifier.Name == name),
        _ => false,
    });
}
