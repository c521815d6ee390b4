using Jint.Parser;
using Jint.Parser.Ast;

namespace Gates.Policies.Engine;

/// <summary>Every node of a program with its depth, without recursion: hostile programs are deep.</summary>
internal static class SyntaxWalker
{
    public static IEnumerable<(SyntaxNode Node, int Depth)> Walk(Program program)
    {
        var pending = new Stack<(SyntaxNode Node, int Depth)>();
        pending.Push((program, 0));
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Children(next.Node))
            {
                if (child is not null)
                {
                    pending.Push((child, next.Depth + 1));
                }
            }
        }
    }

    private static IEnumerable<SyntaxNode?> Children(SyntaxNode node) => node switch
    {
        Program n => n.Body,
        FunctionDeclaration n => [n.Body],
        Statement n => OfStatement(n),
        FunctionExpression n => [n.Body],
        SwitchCase n => [n.Test, .. n.Consequent],
        _ => OfExpression(node),
    };

    private static IEnumerable<SyntaxNode?> OfStatement(Statement node) => node switch
    {
        BlockStatement n => n.Body,
        ExpressionStatement n => [n.Expression],
        VariableDeclaration n => n.Declarations,
        IfStatement n => [n.Test, n.Consequent, n.Alternate],
        ForStatement n => [n.Init, n.Test, n.Update, n.Body],
        ForInStatement n => [n.Left, n.Right, n.Body],
        WhileStatement n => [n.Test, n.Body],
        DoWhileStatement n => [n.Body, n.Test],
        LabelledStatement n => [n.Body],
        ReturnStatement n => [n.Argument],
        ThrowStatement n => [n.Argument],
        SwitchStatement n => [n.Discriminant, .. n.Cases ?? []],
        TryStatement n => [n.Block, .. n.Handlers, n.Finalizer],
        CatchClause n => [n.Body],
        WithStatement n => [n.Object, n.Body],
        _ => [],
    };

    private static IEnumerable<SyntaxNode?> OfExpression(SyntaxNode node) => node switch
    {
        ArrayExpression n => n.Elements,
        AssignmentExpression n => [n.Left, n.Right],
        BinaryExpression n => [n.Left, n.Right],
        LogicalExpression n => [n.Left, n.Right],
        CallExpression n => [n.Callee, .. n.Arguments],
        ConditionalExpression n => [n.Test, n.Consequent, n.Alternate],
        MemberExpression n => [n.Object, n.Property],
        NewExpression n => [n.Callee, .. n.Arguments],
        ObjectExpression n => n.Properties,
        Property n => [n.Value],
        SequenceExpression n => n.Expressions,
        UnaryExpression n => [n.Argument],
        VariableDeclarator n => [n.Init],
        _ => [],
    };
}
