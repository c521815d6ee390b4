using Jint.Parser;
using Jint.Parser.Ast;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>Turns a program's regular expression literals into calls, because the engine would read them as .NET does.</summary>
internal static class RegexLiterals
{
    /// <summary>Replaces the literals that stand directly in this node.</summary>
    public static void Replace(SyntaxNode node)
    {
        switch (node)
        {
            case ExpressionStatement n: n.Expression = Call(n.Expression); break;
            case ReturnStatement n: n.Argument = Call(n.Argument); break;
            case ThrowStatement n: n.Argument = Call(n.Argument); break;
            case IfStatement n: n.Test = Call(n.Test); break;
            case WhileStatement n: n.Test = Call(n.Test); break;
            case DoWhileStatement n: n.Test = Call(n.Test); break;
            case ForStatement n:
                n.Init = n.Init is Expression first ? Call(first) : n.Init;
                (n.Test, n.Update) = (Call(n.Test), Call(n.Update));
                break;
            case ForInStatement n: n.Right = Call(n.Right); break;
            case SwitchStatement n: n.Discriminant = Call(n.Discriminant); break;
            case SwitchCase n: n.Test = Call(n.Test); break;
            case WithStatement n: n.Object = Call(n.Object); break;
            case Expression n: ReplaceIn(n); break;
        }
    }

    private static void ReplaceIn(Expression node)
    {
        switch (node)
        {
            case VariableDeclarator n: n.Init = Call(n.Init); break;
            case ArrayExpression n: n.Elements = Calls(n.Elements); break;
            case AssignmentExpression n: n.Right = Call(n.Right); break;
            case BinaryExpression n: (n.Left, n.Right) = (Call(n.Left), Call(n.Right)); break;
            case LogicalExpression n: (n.Left, n.Right) = (Call(n.Left), Call(n.Right)); break;
            case ConditionalExpression n: (n.Test, n.Consequent, n.Alternate) = (Call(n.Test), Call(n.Consequent), Call(n.Alternate)); break;
            case CallExpression n: (n.Callee, n.Arguments) = (Call(n.Callee), Calls(n.Arguments)); break;
            case NewExpression n: (n.Callee, n.Arguments) = (Call(n.Callee), Calls(n.Arguments)); break;
            case MemberExpression n: (n.Object, n.Property) = (Call(n.Object), Call(n.Property)); break;
            case Property n: n.Value = Call(n.Value); break;
            case SequenceExpression n: n.Expressions = Calls(n.Expressions); break;
            case UnaryExpression n: n.Argument = Call(n.Argument); break;
        }
    }

    private static List<Expression> Calls(IEnumerable<Expression> expressions) => [.. expressions.Select(Call)];

    private static Expression Call(Expression expression)
    {
        if (expression is not Literal { Type: SyntaxNodes.RegularExpressionLiteral } literal)
        {
            return expression;
        }

        var end = literal.Raw.LastIndexOf('/');
        return new CallExpression
        {
            Type = SyntaxNodes.CallExpression,
            Location = literal.Location,
            Callee = new Identifier { Type = SyntaxNodes.Identifier, Name = RegExpFunctions.Maker, Location = literal.Location },
            Arguments = [Text(literal.Raw[1..end], literal.Location), Text(literal.Raw[(end + 1)..], literal.Location)],
        };
    }

    private static Literal Text(string value, Jint.Parser.Location? location) =>
        new() { Type = SyntaxNodes.Literal, Value = value, Raw = "", Location = location };
}
