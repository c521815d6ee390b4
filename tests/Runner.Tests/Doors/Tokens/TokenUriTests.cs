using Gates.Doors.Tokens;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Tokens;

/// <summary>How a key in a token is named (RFC 7512).</summary>
public sealed class TokenUriTests
{
    private const string Module = "module-path=/usr/lib/softhsm/libsofthsm2.so";

    [Fact]
    public void Read_TakesPathAndQueryApart()
    {
        var uri = TokenUri.Read("pkcs11:token=" + $"The%20Gates;serial=A1;slot-id=7;object=release;id=%01%ff;type=private?{Module}&pin-source=file:/run/pin");

        uri.Token.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["token"] = "The Gates", ["serial"] = "A1" }, ignoreOrder: true);
        (uri.Slot, uri.Object, uri.Module, uri.PinSource).ShouldBe((7ul, "release", "/usr/lib/softhsm/libsofthsm2.so", "file:/run/pin"));
        uri.Id.ShouldBe([1, 255]);
    }

    [Theory]
    [InlineData("pkcs11:object=a", "`module-path` is missing")]
    [InlineData("pkcs11:object=a?module-path=lib.so", "`module-path` is an absolute path")]
    [InlineData("pkcs11:token=a?" + Module, "it names no key: `object` (its label) or `id` is wanted")]
    [InlineData("pkcs11:object=a?" + Module + "&pin-value=1234", "`pin-value` puts the PIN where every process")]
    [InlineData("pkcs11:object=a?" + Module + "&module-name=softhsm2", "`module-name` is not known")]
    [InlineData("pkcs11:object=a;colour=red?" + Module, "`colour` is not known")]
    [InlineData("pkcs11:object=a;object=b?" + Module, "`object` stands there twice")]
    [InlineData("pkcs11:object=a;type=cert?" + Module, "`type=cert`: a private key signs")]
    [InlineData("pkcs11:object=%4?" + Module, "a percent sign is followed by two hexadecimal digits")]
    [InlineData("pkcs11:object?" + Module, "`object` is not NAME=VALUE")]
    [InlineData("pkcs11:object=a;slot-id=-1?" + Module, "`slot-id` is a number")]
    public void Read_WhatNamesNoKey_IsRefused(string text, string reason)
    {
        var message = Should.Throw<UsageException>(() => TokenUri.Read(text)).Message;

        message.ShouldContain(reason);
        message.ShouldNotContain("1234");
    }

    [Theory]
    [InlineData("env:NOT_THERE", "pin-source=env:NOT_THERE: the variable is not set")]
    [InlineData("file:/not/there", "pin-source: /not/there cannot be read")]
    [InlineData("|/bin/cat", "pin-source=|/bin/cat: it is file:PATH or env:NAME")]
    public void Pin_ThatIsNotThere_IsRefused(string source, string reason) => Should.Throw<UsageException>(() =>
        TokenPin.Read(TokenUri.Read($"pkcs11:object=a?{Module}&pin-source={source}"), _ => null)).Message.ShouldStartWith(reason);
}
