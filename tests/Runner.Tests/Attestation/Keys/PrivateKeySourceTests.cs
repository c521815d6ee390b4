using Gates.Attestation.Keys;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Keys;

public sealed class PrivateKeySourceTests
{
    [Theory]
    [InlineData("log.pem", "", "", true)]
    [InlineData(null, "-----BEGIN", "", true)]
    [InlineData(null, "", "log.pem", true)]
    [InlineData(null, "", "", false)]
    public void Key_IsGivenByOptionVariableOrFileVariable(string? file, string key, string keyFile, bool given) =>
        PrivateKeySource.IsGiven(KeyUse.Log, file, name => name switch { "GATES_LOG_KEY" => key, "GATES_LOG_KEY_FILE" => keyFile, _ => null }).ShouldBe(given);
}
