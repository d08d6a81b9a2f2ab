/** Seeds under which a law was once broken, with what it was. They are tried at each run of the tests. */
export const failedSeeds: readonly (readonly [seed: number, what: string])[] = [
  [2, 'the law called a series of one instance harmed'],
  [2001975, 'the law called an instance another one that was moved in the moment of the reply'],
  [8, 'a timer of the stand-in for time came due again and again at one moment'],
  [19, 'green after a sleep that the tablet never noticed'],
  [26, 'the same'],
  [807126, 'green on an answer that had been asked for before a sleep'],
  [822976, 'the same'],
  [804304, 'a tap right after a wake was refused, for the schedule had just been forgotten'],
  [1004893, 'a tap was refused, for a reading of that moment had put another booking in its place'],
  [3804, 'a check-in was lost with the journal, and its meeting moved after that'],
  [
    193,
    'a reading between a moment and its timer took the look at that moment away, and green stood in a meeting',
  ],
  [
    8000802,
    'a release was taken for proven by a reading of other days, asked for by a clock that a sleep had put wrong',
  ],
  [7007947, 'green after a sleep as long as the tablet was wrong: its time seemed to be what it was'],
  [7000272, 'a meeting that was ended and extended again was taken for one that had been there all the time'],
  [6115912, 'the law took a picture from before a sleep for one of after it'],
  [6066713, 'of two sleeps, one in the other, the law went by the wrong one'],
  [
    50217655,
    'calls that a full disk did not take were forgotten, though it had long had room again when the panel ended',
  ],
  [3918, 'three refusals of a machine on the way, dated alike, told a panel that had just begun another day'],
  [5011907, 'a sleep of a tablet that stood in another year took the month’s count away'],
  [
    61002221,
    'a program that had just died went on writing, and put half of a journal in the place of the whole one',
  ],
  [60006533, 'the law took two taps before the answer to the first for two bookings'],
  [61000913, 'the law took a booking that asked for its check-in for one of which the visitor was told'],
  [
    61005816,
    'the law called a booking open of which the door had said in vain, to a frozen page, that it is not sure',
  ],
  [
    62006041,
    'green 100 s after a start beside a disk that could not be read; and the law held the door to what it could not know',
  ],
  [
    62003620,
    'the law held a panel to a harm that it had logged right before its death, and whose journal was spoilt by then',
  ],
  [
    62003306,
    'the law had check-in open by rules that IT had replaced before that, and that allow no release',
  ],
  [63006505, 'an extension whose meeting was ended, and that the calendar kept, did not count for the day'],
  [71008111, 'an extension was released, for the journal that had its check-in was lost hours before'],
  [71000861, 'the same was asked for its check-in'],
]
