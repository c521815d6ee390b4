using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>A megabyte of anything is read or refused in time that grows with its length, on a small stack.</summary>
public sealed class HostileTests
{
    private const int Length = 1 << 20;
    private const string Depth = "this is nested too deeply: write it in parts that have names";

    /// <value>A quiet machine needs a tenth of it at most.</value>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("`${")]
    [InlineData("f(")]
    [InlineData("new ")]
    [InlineData("if(a)")]
    [InlineData("class A{x=")]
    [InlineData("class extends ")]
    [InlineData("class{static{")]
    [InlineData("a=>")]
    [InlineData("(a:b)=>")]
    [InlineData("(a:b):c=>")]
    [InlineData("<T>(x)=>")]
    [InlineData("async<T>(")]
    [InlineData("a<")]
    [InlineData("a<b>(")]
    [InlineData("a<b,")]
    [InlineData("a<b|")]
    [InlineData("a<{b:")]
    [InlineData("a<{[a<")]
    [InlineData("a?(b):c=>")]
    [InlineData("a?(b):{[")]
    [InlineData("a?(b):c=>(")]
    [InlineData("let x:A<", "A<")]
    [InlineData("type A=a extends b?", "a extends b?")]
    [InlineData("type A=(infer a extends ", "(infer a extends ")]
    [InlineData("type A=(a:", "(a:")]
    [InlineData("type A=({a:", "({a:")]
    [InlineData("type A={[a in ", "{[a in ")]
    [InlineData("let x:[", "[")]
    [InlineData("let {a:", "{a:")]
    [InlineData("declare ")]
    [InlineData("declare namespace a{")]
    [InlineData("namespace a{")]
    [InlineData("a:")]
    public void NestingWithoutEnd_IsRefused(string start, string? repeated = null) =>
        Fails(start + Repeat(repeated ?? start)).Message.ShouldBe(Depth);

    [Theory]
    [InlineData("<<<<")]
    [InlineData("a<<<")]
    [InlineData("a?(b):")]
    [InlineData("a</")]
    [InlineData("a<'")]
    [InlineData("a /*")]
    [InlineData("/[")]
    [InlineData("type A=(a,b|")]
    [InlineData("type A=([a,b],")]
    [InlineData("a<F<F<F<b>>>>1;")]
    [InlineData("export ")]
    [InlineData("@a ")]
    [InlineData("\0")]
    public void RepetitionThatCannotBeRead_IsRefused(string repeated) => Fails(Repeat(repeated)).Message.ShouldNotBe(Depth);

    [Theory]
    [InlineData("a", "!")]
    [InlineData("", "a<[b,c,d,e,f,g!];")]
    [InlineData("a", " as b")]
    [InlineData("a", "<b>(c)")]
    [InlineData("a", "<b>`c`")]
    [InlineData("a", "+a")]
    [InlineData("a", ".a")]
    [InlineData("", "type A = 1\n")]
    [InlineData("", "if (a) b; else ")]
    [InlineData("", "a ? b : ")]
    [InlineData("let a: b", "[]")]
    [InlineData("let a: b", "|b")]
    [InlineData("let a: ", "keyof ")]
    [InlineData("type A = ", "b extends c ? d : ")]
    [InlineData("", "\r\n")]
    [InlineData("", "/**/")]
    [InlineData("", "😀")]
    public void LongRepetition_IsRead(string start, string repeated)
    {
        var count = Length / repeated.Length;
        var source = start + string.Concat(Enumerable.Repeat(repeated, count)) + (repeated[^1] == ' ' ? "e" : "");

        Timed(() => TypeEraser.Erase(source)).Length.ShouldBe(source.Length);
    }

    [Fact]
    public void NestingThatPeopleWrite_IsRead()
    {
        var source = string.Concat(Enumerable.Repeat("f((a: B) => [{ c: ", 60)) + "1 as T" + string.Concat(Enumerable.Repeat(" }])", 60));

        TypeEraser.Erase(source).ShouldBe(source.Replace(": B", "   ", StringComparison.Ordinal).Replace(" as T", "     ", StringComparison.Ordinal));
    }

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Length / text.Length));

    private static TypeScriptException Fails(string source) => Timed(() => Should.Throw<TypeScriptException>(() => TypeEraser.Erase(source)));

    /// <summary>On a thread of half a megabyte, which is less than any system gives.</summary>
    private static T Timed<T>(Func<T> action)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = action();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            512 * 1024)
        { IsBackground = true };
        thread.Start();
        thread.Join(Limit).ShouldBeTrue("it does not come to an end");
        failure.ShouldBeNull();
        return result!;
    }
}
