using System.Text;
using Gates.Formats.Shell;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Shell;

public sealed class ShebangTests
{
    [Theory]
    [InlineData("#!/bin/sh\n", true)]
    [InlineData("#! /usr/bin/env bash\n", true)]
    [InlineData("#!/usr/bin/env -S bash -e\n", true)]
    [InlineData("#!/usr/local/bin/zsh -f\r\n", true)]
    [InlineData("#!/bin/dash", true)]
    [InlineData("#!/usr/bin/env python3\n", false)]
    [InlineData("#!/usr/bin/env groovy\n", false)]
    [InlineData("#!/usr/bin/pwsh\n", false)]
    [InlineData("#!/bin/shell\n", false)]
    [InlineData("/bin/sh\n", false)]
    [InlineData("", false)]
    public void TheFirstLine_Tells(string text, bool isShell)
    {
        Shebang.IsShell(text).ShouldBe(isShell);
        Shebang.IsShell(new MemoryStream(Encoding.UTF8.GetBytes(text))).ShouldBe(isShell);
    }

    [Theory]
    [InlineData("bin/deploy", true)]
    [InlineData("deploy.sh", false)]
    [InlineData(".deploy", false)]
    public void OnlyANameThatTellsNothing_IsLookedInto(string path, bool isNeeded) => Shebang.IsNeeded(path).ShouldBe(isNeeded);
}
