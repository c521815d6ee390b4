namespace Gates.Policies.TypeScript;

/// <summary>Why something is refused, and what to write instead.</summary>
internal static class Refusal
{
    public const string Enum =
        "`enum` makes code, and only types can be erased: write an object, such as `const Level = { Low: 0, High: 1 } as const`";
    public const string Namespace = "a `namespace` that holds values makes code, and only types can be erased: write a module of its own, and import from it";
    public const string ParameterProperty =
        "a modifier on a parameter makes code, and only types can be erased: write the field in the class, and set it in the constructor";
    public const string ImportEquals = "`import … = …` makes code, and only types can be erased: write `import name from \"./file\"` or `const name = …`";
    public const string ExportEquals = "`export =` makes code, and only types can be erased: write `export default`";
    public const string ExportImport =
        "`export import … = …` makes code, and only types can be erased: write `export { name } from \"./file\"` or `export const name = …`";
    public const string Decorator = "decorators are not supported: call the function yourself, such as `const f = decorate(f0)`";
    public const string Jsx = "JSX is not supported: write the calls that it stands for";
    public const string Cast = "a type in angle brackets before a value is not supported: write `x as T` instead of `<T>x`";
    public const string FunctionInUnion = "a function's type behind `|`, `&` or `keyof` stands in parentheses: write `A | (() => B)`";
    public const string Depth = "this is nested too deeply: write it in parts that have names";
}
