using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Files;

public sealed class NamedFileTests
{
    [Fact]
    public void AFolder_IsSaidToBeOne()
    {
        using var folder = new TempFolder();

        Should.Throw<UsageException>(() => NamedFile.Read("--seen", folder.Path)).Message.ShouldBe(
            $"--seen {folder.Path}: cannot be read: it is a folder; name a file in it");
    }

    [Fact]
    public void WhatIsNotThere_IsSaidByTheSystem() =>
        Should.Throw<UsageException>(() => NamedFile.Read("--seen", "/nowhere/at/all")).Message
            .ShouldStartWith("--seen /nowhere/at/all: cannot be read: Could not find");
}
