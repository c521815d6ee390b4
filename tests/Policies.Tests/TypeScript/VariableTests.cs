using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Variables and their types: names and values stay in their columns.</summary>
public sealed class VariableTests
{
    [Theory]
    [InlineData(
        "let x: number = 1;",
        "let x         = 1;")]
    [InlineData(
        "let x!: string;",
        "let x         ;")]
    [InlineData(
        "let x: a.b.C<D>[] | undefined, y = 2;",
        "let x                        , y = 2;")]
    [InlineData(
        "const { a, b: c }: { a: 1 } = d;",
        "const { a, b: c }           = d;")]
    [InlineData(
        "for (const x of y as T[]) {}",
        "for (const x of y       ) {}")]
    [InlineData(
        "for (let i: number = 0; i < n; i++) {}",
        "for (let i         = 0; i < n; i++) {}")]
    [InlineData(
        "try {} catch (e: unknown) {}",
        "try {} catch (e         ) {}")]
    [InlineData(
        "const f: () => void = g;",
        "const f             = g;")]
    [InlineData(
        "let x: unique symbol;",
        "let x               ;")]
    [InlineData(
        "let x: A<B<C>>= y, z: A<B<C<D>>>= y;",
        "let x         = y, z            = y;")]
    [InlineData(
        "a: { let b: T }",
        "a: { let b    }")]
    [InlineData(
        "using x: T = y;",
        "using x    = y;")]
    [InlineData(
        "await using x: T = y;",
        "await using x    = y;")]
    [InlineData(
        "let x: -1 | `a${B}` | typeof c.d | import(\"e\").F;",
        "let x                                           ;")]
    public void TypeOfAVariable_BecomesSpaces(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
