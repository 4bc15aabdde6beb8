"""What a part of a sentence tells of the state of a licence: that it ended, that it was changed, or neither."""

# ruff: noqa: E501 — a sentence reads better unbroken

from __future__ import annotations

import pytest

from kg.extract.licence_status import amended, ended

ENDED = """\
The license terminated on November 30, 2017.
Rothmore notified Koram Hanbit in August 2017 that it would not proceed after the pivotal study failed, and the license terminated on November 30, 2017.
In June 2003 Pendry Medical allowed the option to lapse, and the $250,000 option payment was recognized as revenue.
The Japanese license, which Nitta Kogyo Co., Ltd. had taken in 1992, came to an end in February 1997, when Nitta Kogyo relinquished it.
Shotts had previously licensed the antagonist to Allanton Labs, which gave it up in 2012.
In February 2012 the hospital terminated the license for non-payment.
Adler had elected to terminate without cause the Development and Commercialization Agreement between the parties dated March 30, 2013.
The termination will be effective March 20, 2018.
Verbena bought back the license it granted in 2014 to Montagne Pharma SAS for 1.8 million euros.
Those rights were reacquired by us in September 2003.
That agreement ended in 2016.
In March 2008 the company and Kyodai agreed to end Kyodai's exclusive license for lorbapine in Japan, signed in 2004.
Trident did not pay the $500,000 installment due on June 30, 2004, and on August 27, 2004, after the cure period had run, we terminated the license.
On March 9, 2018, the Company received notice that Jeongdam elected to terminate the sublicense effective June 7, 2018.
We gave Acme notice of termination of the agreement on May 1.
Acme has given notice that it will terminate the collaboration effective June 30, 2014.
By letter dated August 7, 2018, Brannock notified the Company that it was exercising its right to terminate for convenience the License Agreement.
The parties mutually agreed to terminate the agreement in 2010.
The agreement was mutually terminated in 2010.
Effective June 1, the license agreement was rescinded.
The option expired unexercised on June 30, 1998.
Nankai allowed its option on desmokinase in Japan to run out on June 30, 1998.
We let the license lapse in 2004.
Panoptes released its sublicensee from the Sublicense Agreement, which is thereby at an end.
That sub-licence has been determined with the written agreement of Bharat and will be at an end at the Effective Time.
Development has been stopped and the asset returned to Hanmaru.
Following the termination of our license agreement with Acme in 2009, all rights to X reverted to us.
In connection with the termination of the Acme Agreement, we recognized $4 million of deferred revenue.
On May 3, 2012, we entered into a termination agreement with Acme, under which all rights to AB-1 were returned to us.
The Company and Acme have agreed to a mutual termination of their collaboration.
Acme informed us of its decision to discontinue the collaboration.
Acme withdrew from the collaboration in 2006.
We have decided to return the rights to AB-12 to Acme.
As the milestones were not met, the license was cancelled by the University in March 2001.
The agreement is no longer in effect.
The license ceased to be in force when the last patent expired.
The license expired by its terms in December 2011.
Acme surrendered its license in 1996.
We regained all rights to AB-1 from Acme in 2011.
The rights were handed back to us in 2007.
The agreement with Acme will terminate on July 1, 2015.
The license will end on December 31, 2015 at the request of Acme.
The option lapsed on March 31 without having been exercised.
Acme elected not to exercise the option.
Acme's rights have reverted to the Company.
On January 4, we announced the termination of our collaboration with Acme.
The University revoked the license for want of diligence.
Acme opted out of the collaboration in 2019.
The license was wound up by agreement.
Calder was released and the sublicense is at an end.
We terminated the agreement.
The agreement, which had run since 1999, terminated in 2004.
The Company has exercised its right to terminate the agreement.
Acme served notice of termination on us on May 1.
The termination of the license took effect on May 1.
On receipt of Acme's notice the agreement came to an end.
""".splitlines()

CHANGED = """\
The License Agreement was amended in May 2012.
On October 3, 2022, we and Shirakaba entered into a first amendment to the Shirakaba License, by which the territory was expanded to include Taiwan, Singapore and Malaysia.
Effective March 31, 2000, Hartung converted its exclusive license to the Company's liposomal doxorubicin in Germany into a non-exclusive license.
That license, entered into on December 15, 1990, was made non-exclusive in 1994.
The license became non-exclusive in 2004 because the minimum was not paid.
The collaboration was expanded in April 2009 to include two more channels.
The Company's license agreement with Zamora, under which the latter sells the product in Spain, was extended to Mexico.
Lasswade agreed in 1996 to reduce the royalty from 7% to 4%.
In April 2017 we extended by twelve months, to June 30, 2018, the option that Bradworthy holds under a 2015 option agreement.
The term of the exclusive licence granted to Zenyaku has been extended by five years to 2022.
They have extended their license agreement of 2015 to include food allergies.
The parties restructured their 1998 alliance.
Acme and we renegotiated our license agreement in 2008.
The agreement was modified in June 2010.
By a supplemental agreement of 1999 the royalty was reduced to 4%.
The collaboration has been amended to include Korea.
We amended the license in June 2010.
The two companies today announced that they have expanded their 2007 license agreement.
A deed of variation dated 2 March 2010 raised the milestones.
In 2008 the field of the license was broadened to all cancers.
Our agreement was restated in September 2018.
The parties revised the agreement in 2009.
An amendment dated June 1, 1998 took stroke, until then a third indication, out of the Collaboration Agreement, and raised the Company's royalty from 7% to 9%.
""".splitlines()

STANDING = """\
The license will terminate upon expiration of the last patent.
Either party may terminate the agreement upon 60 days' notice.
Shirakaba is free to terminate the Shirakaba License at any time upon six months' notice.
The agreement may be terminated by Acme for convenience.
Upon termination all licenses granted to Licensee shall cease and Licensee shall transfer its registrations to Licensor.
On termination SUBLICENSEE shall cease all use of the PATENTS and KNOW-HOW, return all documents, and transfer to TISZAVAR at cost any marketing authorization.
If we fail to pay, the license would be terminated.
The University has the right to terminate the license if we do not meet the milestones.
If the agreement is terminated, all rights revert to Acme.
Unless terminated earlier, the agreement expires in 2020.
The agreement remains in force until the last patent expires.
The termination of the Allergy License does not affect the Cancer License.
That license, which is exclusive and worldwide, is not affected by the termination.
The hospital has agreed to a payment plan, and has not given notice of termination.
We ended the year with $210 million in cash and a license of TB-40.
We closed the license of YB-31 in August and ended the quarter with $88.1 million in cash.
The trial was terminated in 2010, but the license is still in force.
Dr. Roe terminated his employment in 2010; the license is unaffected.
The supply agreement with Beta was terminated in 2003.
Palisade gave up its right to share in payments received from sublicensees.
Royalties are payable until the last licensed patent has expired.
The license runs until the patents expire.
Acme may return the rights to us on 90 days' notice.
Upon such termination, all rights revert to us.
The termination provisions of the license agreement are customary.
Neither party has terminated the agreement.
The agreement has not been terminated.
The agreement terminates automatically if Acme becomes insolvent.
The option is exercisable until June 30, 2019, when it expires.
We would lose our rights if the license were terminated.
The option expires on November 16, 2024.
The agreement ends when the last royalty has been paid.
We have determined that the license is a functional license.
Acme determined to exercise the license option.
The Company determined that its license with Shirakaba falls within the scope of ASC 606.
Our Phase 2 study under the agreement was discontinued in 2004.
During the quarter ended June 30, 2004 we licensed AB-1 to Acme.
In the year ended December 31, 2001, the Company granted an option to Acme.
The parties terminated discussions about a license in 2003.
Our exclusivity under the license expired in 2003.
No party has given notice of termination of the license.
Acme can terminate the license by giving 90 days' notice of termination.
We paid a fee for early termination of the lease and retained the license.
Loss of the license would end our development of AB-1.
The agreement provides for the return of rights to us on termination.
The research term ended in 2006; the license continues.
The agreement has not been amended.
The agreement may be amended only in writing.
The royalty is reduced to 2% if no patent covers the product.
The royalty may be reduced where third-party licenses are needed.
We added two programs through the license of TB-40 and TB-41.
We increased our license revenue in 2004.
Our research expenses were reduced because of the license.
Securities Exchange Act of 1934, as amended, requires us to file the license agreement.
We must achieve certain diligence milestones, including the filing of an IND by December 2017, under the license.
The agreement includes an expanded access program.
The license extends to all fields.
The license was granted for an extended release tablet.
Under the agreement, Acme received the exclusive license in an expanded territory.
The royalty rates are subject to reduction under the license.
Novaterra will use Ashbourne's viral vector, which it licensed in 2018, for an extended study.
""".splitlines()


@pytest.mark.parametrize("sentence", ENDED)
def test_ended(sentence: str) -> None:
    assert ended(sentence)


@pytest.mark.parametrize("sentence", CHANGED)
def test_changed(sentence: str) -> None:
    assert (bool(ended(sentence)), amended(sentence)) == (False, True)


@pytest.mark.parametrize("sentence", STANDING)
def test_neither(sentence: str) -> None:
    assert (bool(ended(sentence)), amended(sentence)) == (False, False)


def test_clauses_of_a_contract_tell_what_would_happen() -> None:
    assert not ended("Licensor terminated the license on notice.", contract=True)
    assert ended("The License Agreement is hereby terminated.", contract=True)
    assert ended("The DLA is terminated by mutual consent on the Termination Date.", contract=True)
