using Acornima.Ast;

namespace Gates.Policies.Engine.Modules;

/// <summary>What parses and a policy must not do: wait, run code that was not signed, or read anything but its evidence.</summary>
internal static class Refusals
{
    private const string Waiting = "a policy has nothing to wait for: write plain calls, without `async` and `await`";
    private const string NoCode = "a policy makes no code from text: what runs is what was signed";

    /// <exception cref="PolicyException">Something is refused.</exception>
    public static void Check(PolicyModule module)
    {
        // The first one in the file is named, as a compiler would.
        var refused = SyntaxTree.Walk(module.Program).Where(node => Reason(node, module) is not null).MinBy(node => node.Start);
        if (refused is not null)
        {
            var start = refused.Location.Start;
            throw new PolicyException(module.Path, Reason(refused, module)!, start.Line, start.Column + 1);
        }
    }

    private static string? Reason(Node node, PolicyModule module) => node switch
    {
        IFunction { Async: true } or AwaitExpression => Waiting,
        ForOfStatement { Await: true } => "a policy has nothing to wait for: write `for … of` without `await`",
        ImportExpression => "`import()` is not available: write `import … from \"./name.js\"` at the top of the file",
        MetaProperty { Meta.Name: "import" } => "`import.meta` is not available in a policy",
        ImportDeclaration { Attributes.Count: > 0 } or ExportNamedDeclaration { Attributes.Count: > 0 } or ExportAllDeclaration { Attributes.Count: > 0 } =>
            "an import has no attributes here: a policy imports scripts, and data comes in as facts",
        ImportDeclaration { Phase: not ImportPhase.None } => "write `import … from \"./name.js\"` without a phase",
        Decorator => "decorators are not available in a policy",
        CallExpression { Callee: Identifier { Name: "eval" } } => NoCode,
        FunctionDeclaration { Id.Name: "judge", Generator: true } =>
            "judge is a generator, which does nothing when it is called: write `function judge` without `*`",

        // Translations that evidence of earlier versions holds have a `require` of their own.
        CallExpression { Callee: Identifier { Name: "require" }, Arguments: [StringLiteral] } when module.Module is not null
            && SyntaxTree.Declaration(module.Program, "require") is null =>
            "`require` is not available: write `import … from \"./name.js\"` at the top of the file",
        AssignmentExpression { Left: MemberExpression { Computed: false, Object: Identifier { Name: "module" }, Property: Identifier { Name: "exports" } } } when SyntaxTree.Declaration(
            module.Program,
            "module") is null =>
            "`module.exports` is not available: write `export` before what others may use",
        _ => null,
    };
}
