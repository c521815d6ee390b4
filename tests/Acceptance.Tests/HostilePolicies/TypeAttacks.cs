namespace Acceptance.Tests.HostilePolicies;

/// <summary>
/// Types that are hard on whoever takes them out. Whether such a text is judged or refused is for the tests of TypeScript to say; here it only has to end.
/// </summary>
internal static class TypeAttacks
{
    private const int Far = 100_000;
    private const string Judge = "export function judge(e, s, r) { r.log('on'); }";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["unions"] = "let x: " + Repeat("A | ") + "B;\n" + Judge,
        ["keyofs"] = "let x: " + Repeat("keyof ") + "B;\n" + Judge,
        ["conditional types"] = "let x: " + Repeat("A extends B ? C : ", 20_000) + "B;\n" + Judge,
        ["function types"] = "let x: " + Repeat("() => ") + "B;\n" + Judge,
        ["type arguments"] = "let x: " + Repeat("A<") + "B" + Repeat(">") + ";\n" + Judge,
        ["calls with type arguments"] = "let x = " + Repeat("f<A>(", 900) + Repeat(")", 900) + ";\n" + Judge,
        ["array types"] = "let x: B" + Repeat("[]") + ";\n" + Judge,
        ["assertions"] = "let x = 1" + Repeat(" as A") + ";\n" + Judge,
        ["non-null assertions"] = "let x = a" + Repeat("!") + ";\n" + Judge,
        ["assertions in angles"] = "let x = " + Repeat("<A>") + "1;\n" + Judge,
        ["comparisons that look like type arguments"] = "let x = a " + Repeat("< a ") + ";\n" + Judge,
        ["type parameters"] = "function f" + Repeat("<A extends ", 20_000) + "B" + Repeat(">", 20_000) + "() {}\n" + Judge,
        ["inferred types"] = "type X = " + Repeat("A extends infer U extends ", 20_000) + "B ? 1 : 2;\n" + Judge,
        ["template types"] = "type X = " + Repeat("`${", 900) + "1" + Repeat("}`", 900) + ";\n" + Judge,
        ["annotated arrows"] = "let x = " + Repeat("(a: A) => ", 20_000) + "1;\n" + Judge,
        ["conditionals"] = "let x = " + Repeat("a ? (b) : ", 20_000) + "1;\n" + Judge,
        ["conditionals that look like arrows"] = "let x = " + Repeat("a ? (b) => ", 5000) + "1" + Repeat(" : 1", 5000) + ";\n" + Judge,
        ["parentheses that look like parameters"] = Repeat("(", 900) + "a" + Repeat("?: A)", 900) + "\n" + Judge,
        ["overloads"] = Repeat("function f(a: A): B;\n", 20_000) + "function f(a) {}\n" + Judge,
        ["declares"] = Repeat("declare ", 20_000) + "const x: A;\n" + Judge,
        ["abstract members"] = "class A { " + Repeat("abstract a(): void; ", 20_000) + "}\n" + Judge,
        ["decorators"] = Repeat("@a ", 20_000) + "class A {}\n" + Judge,
        ["enum"] = "enum A { B }\n" + Judge,
        ["type arguments or comparisons"] = "let x = a" + Repeat("<b>(c)", 500) + ";\n" + Judge,
        ["divisions or regular expressions"] = "let x = " + Repeat("a / b ", 400) + ";\n" + Judge,
        ["template type without an end"] = "let x: `${" + Judge,
        ["type without an end"] = "type X = {\n" + Judge,
        ["comment without an end"] = "/*" + Judge,
        ["assertion signatures"] = "function f(x): " + Repeat("asserts x is ", 20_000) + "A {}\n" + Judge,
        ["unique symbols"] = "let x: " + Repeat("unique ", 20_000) + "symbol;\n" + Judge,
        ["constructor types"] = "let x: " + Repeat("abstract new () => ", 20_000) + "A;\n" + Judge,
        ["spread tuples"] = "let x: [" + Repeat("...A, ", 20_000) + "];\n" + Judge,
        ["qualified names"] = "let x: A" + Repeat(".b", 100_000) + ";\n" + Judge,
        ["satisfies"] = "let x = " + Repeat("1 satisfies A, ", 20_000) + "1;\n" + Judge,
        ["typeof types"] = "let x: " + Repeat("typeof ", 20_000) + "a;\n" + Judge,
        ["import types"] = "let x: " + Repeat("import('a').", 900) + "B;\n" + Judge,
    };

    private static string Repeat(string text, int times = Far) => string.Concat(Enumerable.Repeat(text, times));
}
