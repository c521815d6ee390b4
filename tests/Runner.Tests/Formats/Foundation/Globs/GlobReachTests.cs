using Gates.Formats.Foundation.Globs;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Globs;

public sealed class GlobReachTests
{
    [Theory]
    [InlineData("**")]
    [InlineData("**/*")]
    [InlineData("**/**")]
    [InlineData("*/**")]
    [InlineData("**/*.*")]
    [InlineData("{**,x}")]
    [InlineData("{a,**/*}")]
    [InlineData("?*/**")]
    [InlineData("[!x]*")]
    [InlineData("[!x]*/**")]
    [InlineData("*")]
    [InlineData("*/*")]
    [InlineData("**/?*")]
    [InlineData("**/*?.*")]
    [InlineData("[a-z]*/**")]
    [InlineData("[a-m]*/**")]
    [InlineData("[A-Z]*")]
    [InlineData("**/[0-9]*")]
    [InlineData("{a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t}*/**")]
    [InlineData("**/.*")]
    [InlineData("**/*.??")]
    [InlineData("*/*/*")]
    [InlineData("{*,*/**}")]
    [InlineData("**/{README.md,LICENSE,Dockerfile,Makefile,.env,.gitignore,*.json,*.go,*.ts,*.py,*.md,*.yml,*.yaml,*.sh,*.png,*.txt}")]
    public void CoversEverything_ItNamesNothing(string glob) => GlobReach.CoversEverything(glob).ShouldBeTrue();

    [Theory]
    [InlineData("docs/**")]
    [InlineData("docs")]
    [InlineData("**/*.md")]
    [InlineData("**/*.{yaml,yml}")]
    [InlineData("**/test*/**")]
    [InlineData("**/*test*")]
    [InlineData("src/*/fixtures/**")]
    [InlineData("**/q*")]
    [InlineData("{docs,examples}/**")]
    [InlineData("[dD]ocs/**")]
    [InlineData("a/b.txt")]
    [InlineData("**/.env*")]
    public void CoversEverything_ItNamesAFolderOrAKindOfFile_DoesNot(string glob) => GlobReach.CoversEverything(glob).ShouldBeFalse();
}
